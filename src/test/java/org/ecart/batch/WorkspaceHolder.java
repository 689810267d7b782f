package org.ecart.batch;

import java.io.IOException;
import java.nio.file.Path;
import org.ecart.store.Workspace;

/** Another process that has a workspace open until its standard input ends. */
final class WorkspaceHolder {
    /** Printed as soon as the workspace is open. */
    static final char OPEN = '!';

    private WorkspaceHolder() {}

    public static void main(String[] arguments) throws IOException {
        try (Workspace held = Workspace.open(Path.of(arguments[0]))) {
            System.out.print(OPEN);
            System.out.flush();
            int read = System.in.read();
            if (read >= 0) {
                throw new IllegalStateException("nothing is ever written to " + held.folder());
            }
        }
    }
}
