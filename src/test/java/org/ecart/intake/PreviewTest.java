package org.ecart.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ecart.intake.delivery.Dialect;
import org.ecart.intake.delivery.Dialect.DecimalSign;
import org.ecart.intake.delivery.Dialect.Encoding;
import org.ecart.model.EcartException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewTest {
    private final Path folder;

    PreviewTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aFileIsToldByItsSigns() throws IOException {
        Preview preview = Preview.of(Deliveries.file(folder, "\uFEFFa;b\n1,5;x\n2,25;1.5\n"), Dialect.Said.NOTHING);

        assertThat(preview.dialect().delimiter()).isEqualTo(';');
        assertThat(preview.dialect().encoding()).isEqualTo(Encoding.UTF_8_MARK);
        assertThat(preview.dialect().decimalSign()).isEqualTo(DecimalSign.COMMA);
        assertThat(preview.header()).containsExactly("a", "b");
        assertThat(preview.rows()).containsExactly(List.of("1,5", "x"), List.of("2,25", "1.5"));
    }

    @Test
    void onlyTheFirstRowsAreShown() throws IOException {
        Preview preview = Preview.of(Deliveries.file(folder, "a|b\n" + "1.5|x\n".repeat(1000)), Dialect.Said.NOTHING);

        assertThat(preview.rows()).hasSize(Preview.ROWS);
        assertThat(preview.dialect().delimiter()).isEqualTo('|');
        assertThat(preview.dialect().encoding()).isEqualTo(Encoding.UTF_8);
        assertThat(preview.dialect().decimalSign()).isEqualTo(DecimalSign.POINT);
        assertThat(preview.bytes() / preview.bytesPerRow()).isBetween(990.0, 1010.0);
    }

    @Test
    void aFileThatIsNoTextIsRefused() throws IOException {
        Path workbook = Files.write(folder.resolve("book.xlsx"), new byte[] {1, 2, 0, 0});

        assertThatThrownBy(() -> Preview.of(workbook, Dialect.Said.NOTHING))
                .isInstanceOfSatisfying(
                        EcartException.class, e -> assertThat(e.key()).isEqualTo("intake.not_text"));
    }
}
