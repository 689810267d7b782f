package org.ecart.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeSet;
import org.ecart.frame.AmountColumn;
import org.ecart.frame.AmountSegment;
import org.ecart.frame.CodeSegment;
import org.ecart.frame.CodedColumn;
import org.ecart.frame.Frame;
import org.ecart.model.Codebook;
import org.ecart.model.Period;
import org.ecart.model.Variable;

/**
 * A hash of all that a workspace holds, by what it hands out: partitions, and every column of every date with its
 * dictionary, row by row. Two workspaces with the same hash give the same tables, byte for byte.
 */
public final class Content {
    private final MessageDigest digest;

    private Content() throws NoSuchAlgorithmException {
        digest = MessageDigest.getInstance("SHA-256");
    }

    public static String of(Workspace workspace) {
        try {
            Content content = new Content();
            content.add(workspace);
            return HexFormat.of().formatHex(content.digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void add(Workspace workspace) {
        Optional<Codebook> codebook = workspace.codebook();
        workspace.partitions().forEach(p -> add(p.held() + " " + p.version() + " " + p.rows() + " " + p.hash() + "\n"));
        TreeSet<Period> periods = new TreeSet<>();
        workspace.partitions().stream()
                .filter(p -> codebook.orElseThrow().population().id().equals(p.extract()))
                .forEach(p -> p.period().ifPresent(periods::add));
        periods.forEach(period -> add(codebook.orElseThrow(), workspace, period));
    }

    private void add(Codebook codebook, Workspace workspace, Period period) {
        TreeSet<String> variables = new TreeSet<>();
        codebook.variables().stream()
                .filter(v -> v.role() != Variable.Role.PERSON && v.role() != Variable.Role.PERIOD)
                .forEach(v -> variables.add(v.id()));
        Frame frame = workspace.frame(period, variables);
        add(period + " " + frame.rows() + " " + new TreeSet<>(frame.unavailable()) + "\n");
        for (String variable : variables) {
            Optional.ofNullable(frame.codes().get(variable)).ifPresent(column -> add(variable, column));
            Optional.ofNullable(frame.amounts().get(variable)).ifPresent(column -> add(variable, column));
        }
        frame.persons().ifPresent(column -> add("persons", column));
    }

    private void add(String variable, CodedColumn column) {
        add(variable + " " + column.dictionary().values() + "\n");
        for (CodeSegment segment : column.segments()) {
            ByteBuffer bytes = ByteBuffer.allocate(segment.length() * Integer.BYTES);
            for (int row = 0; row < segment.length(); row++) {
                bytes.putInt(segment.at(row));
            }
            digest.update(bytes.array());
        }
    }

    private void add(String variable, AmountColumn column) {
        add(variable + " " + column.scale() + "\n");
        for (AmountSegment segment : column.segments()) {
            ByteBuffer bytes = ByteBuffer.allocate(segment.length() * Long.BYTES);
            bytes.asLongBuffer().put(segment.elements());
            digest.update(bytes.array());
        }
    }

    private void add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
    }
}
