package org.ecart.synthetic;

/** Two parents and the two parents of each. */
record Kin(Branch father, Branch mother) {
    /** One parent with his or her own parents. */
    record Branch(Relative parent, Relative grandfather, Relative grandmother) {}
}
