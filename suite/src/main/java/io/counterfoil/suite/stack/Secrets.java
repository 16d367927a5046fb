package io.counterfoil.suite.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Passwords, client secrets and keys of one run: made at its first start, readable for the owner only. */
public final class Secrets {
    /** By which the services seal what they keep of others. */
    static final String SEALING_KEYS = "webhook.keys";

    private static final String FILE = "secrets.properties";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;
    private final Properties values;

    private Secrets(Path folder, Properties values) {
        this.folder = folder;
        this.values = values;
    }

    /** What was made earlier. */
    public static Secrets load(Path folder) {
        Properties values = new Properties();
        try (var in = Files.newBufferedReader(folder.resolve(FILE))) {
            values.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Secrets(folder, values);
    }

    /** What was made earlier, or new ones. */
    static Secrets ready(Path folder) {
        try {
            Path file = folder.resolve(FILE);
            if (!Files.exists(file)) {
                make(folder);
            }
            if (!Files.readString(file).contains(SEALING_KEYS + "=")) { // those of an older stack had none
                Files.writeString(file, SEALING_KEYS + "=local:" + sealingKey() + "\n", StandardOpenOption.APPEND);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return load(folder);
    }

    private static void make(Path folder) throws IOException {
        Files.createDirectories(folder);
        restrict(folder, "rwx------");
        Map<String, String> made = new TreeMap<>();
        made.put("database.postgres", random());
        made.put("broker.operator", random());
        made.put("salesforce.hook", random());
        made.put("stripe.webhook", "whsec_" + random());
        for (Part server : Part.servers()) {
            made.put("database." + server.database(), random());
            made.put("broker." + server.label(), random());
            made.put("client." + server.label(), random());
        }
        KeyPair salesforce = rsa();
        write(
                folder.resolve("salesforce-private.pem"),
                pem("PRIVATE KEY", salesforce.getPrivate().getEncoded()));
        write(
                folder.resolve("salesforce-public.pem"),
                pem("PUBLIC KEY", salesforce.getPublic().getEncoded()));
        write(
                folder.resolve(FILE),
                made.entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue() + "\n")
                        .collect(Collectors.joining()));
    }

    public String of(String name) {
        String value = values.getProperty(name);
        if (value == null) {
            throw new IllegalArgumentException("no secret is called " + name);
        }
        return value;
    }

    public String database(Part server) {
        return of("database." + server.database());
    }

    public String broker(Part server) {
        return of("broker." + server.label());
    }

    public String client(Part server) {
        return of("client." + server.label());
    }

    public Path file() {
        return folder.resolve(FILE);
    }

    public Path salesforcePrivateKey() {
        return folder.resolve("salesforce-private.pem");
    }

    public Path salesforcePublicKey() {
        return folder.resolve("salesforce-public.pem");
    }

    private static String random() {
        return HexFormat.of().formatHex(bytes(20));
    }

    private static String sealingKey() {
        return Base64.getEncoder().encodeToString(bytes(32));
    }

    private static byte[] bytes(int many) {
        byte[] bytes = new byte[many];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static KeyPair rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048, RANDOM);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    private static String pem(String kind, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, "");
        restrict(file, "rw-------");
        Files.writeString(file, text);
    }

    private static void restrict(Path path, String permissions) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }
}
