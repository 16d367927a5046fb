package io.counterfoil.common.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** Tells public addresses from those of special purpose (the registries of RFC 6890). */
final class PublicAddress {

    private static final List<Block> SPECIAL = List.of(
            Block.of("0.0.0.0", 8),
            Block.of("10.0.0.0", 8),
            Block.of("100.64.0.0", 10),
            Block.of("127.0.0.0", 8),
            Block.of("169.254.0.0", 16),
            Block.of("172.16.0.0", 12),
            Block.of("192.0.0.0", 24),
            Block.of("192.0.2.0", 24),
            Block.of("192.88.99.0", 24),
            Block.of("192.168.0.0", 16),
            Block.of("198.18.0.0", 15),
            Block.of("198.51.100.0", 24),
            Block.of("203.0.113.0", 24),
            Block.of("224.0.0.0", 3));

    /** All of IPv6 that is public lies here; of that, what carries an IPv4 address or is for documentation is left out. */
    private static final Block GLOBAL = Block.of("2000::", 3);

    private static final List<Block> SPECIAL_6 =
            List.of(Block.of("2001::", 23), Block.of("2001:db8::", 32), Block.of("2002::", 16), Block.of("3fff::", 20));

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 4
                ? SPECIAL.stream().noneMatch(block -> block.has(bytes))
                : GLOBAL.has(bytes) && SPECIAL_6.stream().noneMatch(block -> block.has(bytes));
    }

    private record Block(byte[] network, int bits) {

        static Block of(String literal, int bits) {
            try {
                return new Block(InetAddress.getByName(literal).getAddress(), bits);
            } catch (UnknownHostException impossible) {
                throw new IllegalStateException("a literal is not looked up", impossible);
            }
        }

        boolean has(byte[] address) {
            int whole = bits / 8;
            int rest = bits % 8;
            int mask = rest == 0 ? 0 : 0xFF << (8 - rest) & 0xFF;
            return Arrays.equals(network, 0, whole, address, 0, whole)
                    && (rest == 0 || (network[whole] & mask) == (address[whole] & mask));
        }
    }
}
