package org.ecart.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An open workspace waits for nobody on the network: what Linux knows of this process's sockets. */
class NoNetworkTest {
    private static final Path PROCESS = Path.of("/proc/self");
    private static final String LISTENING = "0A";

    @Test
    void anOpenWorkspaceListensOnNoPort(@TempDir Path folder) throws IOException {
        assumeThat(PROCESS.resolve("net/tcp")).exists();
        Set<String> before = listening();
        Optional<Passphrase> passphrase = Optional.of(Passphrase.of("correct horse".toCharArray()));
        try (Workspace plain = Workspace.openOrCreate(folder.resolve("plain"));
                Workspace encrypted = Workspace.openOrCreate(folder.resolve("encrypted"), passphrase)) {
            assertThat(plain.partitions()).isEmpty();
            assertThat(encrypted.partitions()).isEmpty();
            assertThat(listening()).isEqualTo(before);
        }
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(server.getLocalPort()).isPositive();
            assertThat(listening()).as("a listener would be seen").hasSize(before.size() + 1);
        }
    }

    /** The sockets of this process on which it waits for others, by their inodes. */
    private static Set<String> listening() throws IOException {
        Set<String> all = new TreeSet<>();
        for (String table : new String[] {"net/tcp", "net/tcp6"}) {
            Path file = PROCESS.resolve(table);
            if (Files.exists(file)) {
                Files.readAllLines(file).stream()
                        .skip(1)
                        .map(line -> line.strip().split("\\s+"))
                        .filter(fields -> fields[3].equals(LISTENING))
                        .forEach(fields -> all.add("socket:[" + fields[9] + "]"));
            }
        }
        all.retainAll(own());
        return all;
    }

    private static Set<String> own() throws IOException {
        Set<String> own = new TreeSet<>();
        try (Stream<Path> open = Files.list(PROCESS.resolve("fd"))) {
            for (Path descriptor : open.toList()) {
                try {
                    own.add(Files.readSymbolicLink(descriptor).toString());
                } catch (IOException closed) {
                    // The one that lists the folder is gone by now.
                }
            }
        }
        return own;
    }
}
