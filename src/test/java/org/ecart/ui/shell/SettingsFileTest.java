package org.ecart.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ecart.model.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
    @Test
    void whatIsSavedComesBack(@TempDir Path folder) {
        SettingsFile file = new SettingsFile(folder.resolve("new").resolve("workbench.properties"));
        Settings settings = Settings.FIRST
                .withWindow(1440, 900, true)
                .withLook(true, Language.NL)
                .withWorkspace(Optional.of(Path.of("C:\\Données été", "w")));
        file.save(settings);
        assertThat(file.load()).isEqualTo(settings);
    }

    @Test
    void whatCannotBeReadIsAsOnTheFirstDay(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("workbench.properties");
        assertThat(new SettingsFile(path).load()).isEqualTo(Settings.FIRST);
        Files.writeString(path, "width=-3\nheight=tall\nlanguage=xx\nworkspace=\n");
        assertThat(new SettingsFile(path).load()).isEqualTo(Settings.FIRST);
        Files.write(path, new byte[] {(byte) 0xff, (byte) 0xfe, 'a'});
        assertThat(new SettingsFile(path).load()).isEqualTo(Settings.FIRST);
    }
}
