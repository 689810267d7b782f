package org.ecart.ui.explore;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** View models over the sample's extracts, which are imported once for all examples of a class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OnSample {
    @SuppressWarnings("NullAway.Init") // set before any test
    Sample sample;

    @BeforeAll
    void importSample(@TempDir Path folder) {
        sample = new Sample(folder.resolve("workspace"));
    }

    @AfterAll
    void close() {
        sample.close();
    }
}
