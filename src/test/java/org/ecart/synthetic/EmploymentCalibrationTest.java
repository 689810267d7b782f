package org.ecart.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class EmploymentCalibrationTest {
    @Test
    void the_intercepts_in_use_still_give_the_wanted_rates() {
        EmploymentCalibration calibration = new EmploymentCalibration();
        for (OriginGroup group : Origins.assumed().groups()) {
            assertThat(calibration.rate(group, 1_000))
                    .as("%s: run EmploymentCalibration again?", group.id())
                    .isCloseTo(group.work().employmentRate(), Offset.offset(0.4));
        }
    }
}
