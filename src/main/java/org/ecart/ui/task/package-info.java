/** The one place that runs work beside the interface thread. Begin with {@link org.ecart.ui.task.TaskRunner}. */
package org.ecart.ui.task;
