package org.ecart.derive;

import org.ecart.frame.CodeSegment;

/** A derived variable of the rows of one chunk; for any number of threads at once. */
interface ChunkRules {
    CodeSegment derive(int chunk);
}
