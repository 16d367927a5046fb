package io.counterfoil.billing.archive;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Bytes in the zlib format. */
final class Deflated {

    private static final int CHUNK = 4096;
    /** A quarter of a megabyte each, and dearer to make than a document is to deflate. */
    private static final ThreadLocal<Deflater> DEFLATER =
            ThreadLocal.withInitial(() -> new Deflater(Deflater.BEST_SPEED));

    private Deflated() {}

    static byte[] of(byte[] plain) {
        Deflater deflater = DEFLATER.get();
        deflater.reset();
        deflater.setInput(plain);
        deflater.finish();
        byte[] chunk = new byte[CHUNK];
        int length = deflater.deflate(chunk);
        if (deflater.finished()) {
            return Arrays.copyOf(chunk, length);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(2 * CHUNK);
        out.write(chunk, 0, length);
        while (!deflater.finished()) {
            out.write(chunk, 0, deflater.deflate(chunk));
        }
        return out.toByteArray();
    }

    /** What can't be read any more comes back empty, and so fails its digest. */
    static byte[] plain(byte[] deflated) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(deflated);
            ByteArrayOutputStream out = new ByteArrayOutputStream(CHUNK);
            byte[] chunk = new byte[CHUNK];
            while (!inflater.finished() && !(inflater.needsInput() && inflater.getRemaining() == 0)) {
                out.write(chunk, 0, inflater.inflate(chunk));
            }
            return out.toByteArray();
        } catch (DataFormatException altered) {
            return new byte[0];
        } finally {
            inflater.end();
        }
    }
}
