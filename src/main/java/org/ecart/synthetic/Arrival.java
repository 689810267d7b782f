package org.ecart.synthetic;

import java.time.LocalDate;

/** How someone born abroad came: first registration in Belgium and the purpose of stay. */
record Arrival(LocalDate registeredOn, String purpose) {}
