package org.ecart.study;

/** The codes that files brought, those that no codebook lists among them: they are loaded, and may be asked for. */
@FunctionalInterface
public interface DeliveredCodes {
    /** For definitions alone, without data. */
    DeliveredCodes NONE = (variable, code) -> false;

    /** Whether somebody has the code at any date. */
    boolean has(String variable, String code);
}
