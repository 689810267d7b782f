package org.ecart.model;

import java.util.List;

/** An expected failure: a message key with its arguments, shown in the user's language with what to do next. */
public final class EcartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of failure it is, and with it the exit code of a batch command. */
    public enum Fault {
        /** the command or a definition is wrong */
        USAGE(1),
        /** the data are refused, or the workspace is not to be had */
        DATA(2),
        /** a disclosure rule cannot be met */
        DISCLOSURE(3);

        private final int exitCode;

        Fault(int exitCode) {
            this.exitCode = exitCode;
        }

        public int exitCode() {
            return exitCode;
        }
    }

    private final Fault fault;
    private final String key;
    private final transient List<Object> arguments;

    /**
     * @param key the message key in {@code resources/messages}
     * @param arguments what the message names: files, variables, counts, or a failure that explains this one; never a
     *     value of a person
     */
    public EcartException(Fault fault, String key, Object... arguments) {
        super(key + " " + List.of(arguments));
        this.fault = fault;
        this.key = key;
        this.arguments = List.of(arguments);
    }

    public static EcartException usage(String key, Object... arguments) {
        return new EcartException(Fault.USAGE, key, arguments);
    }

    public static EcartException data(String key, Object... arguments) {
        return new EcartException(Fault.DATA, key, arguments);
    }

    public Fault fault() {
        return fault;
    }

    public String key() {
        return key;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
