/**
 * What stands around the screens: rail, toolbar, status bar, command palette, notices, and what is remembered. Uses no
 * screen. Begin with {@link org.ecart.ui.shell.ShellViewModel}.
 */
package org.ecart.ui.shell;
