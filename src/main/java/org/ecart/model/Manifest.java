package org.ecart.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a release was made from and which files it has.
 *
 * @param study its id
 * @param extracts for each extract and date the SHA-256 of the delivered file
 * @param files for each file, by its path inside, its SHA-256
 */
public record Manifest(String study, Map<String, String> extracts, Map<String, String> files) {
    public Manifest {
        extracts = Collections.unmodifiableMap(new TreeMap<>(extracts));
        files = Collections.unmodifiableMap(new TreeMap<>(files));
    }
}
