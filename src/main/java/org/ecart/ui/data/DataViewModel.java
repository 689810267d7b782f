package org.ecart.ui.data;

import org.ecart.store.Workspace;
import org.ecart.ui.task.TaskRunner;

/** The extracts of a workspace, and imports, without a window. */
public final class DataViewModel {
    /** @param imported what to do when something was imported */
    public DataViewModel(Workspace workspace, TaskRunner tasks, Runnable imported) {}
}
