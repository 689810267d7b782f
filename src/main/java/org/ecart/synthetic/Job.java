package org.ecart.synthetic;

/**
 * The work of somebody who has a position in work at the end of a year; empty = does not apply.
 *
 * @param status B blue collar, W white collar, C civil servant
 * @param workingTime F full time, P part time, S special
 * @param dailyWage gross, in cents; 0 = none
 */
record Job(
        String section,
        String jointCommittee,
        String status,
        String workingTime,
        long dailyWage,
        boolean inPublicSector,
        boolean serviceVouchers,
        boolean agency,
        boolean student) {}
