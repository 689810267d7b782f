package org.ecart.batch;

import java.util.Optional;

/** What a command is told by other ways than its arguments, because arguments are seen by others. */
public interface Secrets {
    /** Nobody to ask, nothing in the environment. */
    Secrets NONE = new Secrets() {
        @Override
        public Optional<String> environment(String variable) {
            return Optional.empty();
        }

        @Override
        public Optional<char[]> ask(String question) {
            return Optional.empty();
        }
    };

    /** Those of this process: its environment and its terminal. */
    Secrets OF_THIS_PROCESS = new Secrets() {
        @Override
        public Optional<String> environment(String variable) {
            return Optional.ofNullable(System.getenv(variable));
        }

        @Override
        public Optional<char[]> ask(String question) {
            return Optional.ofNullable(System.console())
                    .flatMap(terminal -> Optional.ofNullable(terminal.readPassword("%s ", question)));
        }
    };

    /** A variable of the environment. */
    Optional<String> environment(String variable);

    /** Asks at the terminal, without showing what is typed; none where there is no terminal or the input has ended. */
    Optional<char[]> ask(String question);
}
