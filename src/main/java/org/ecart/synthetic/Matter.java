package org.ecart.synthetic;

/** The matters of a person's life that are drawn apart from one another, so that one does not disturb the next. */
enum Matter {
    FACTS,
    MUNICIPALITY,
    HOUSEHOLD,
    RECORD,
    IN_WORK,
    JOB_SEEKING,
    SELF_EMPLOYED,
    POSITION,
    INACTIVITY,
    JOB,
    TALENT,
    WAGE,
    STUDENT
}
