package io.counterfoil.suite.chaos.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A proxy does to the bytes what it is told, and nothing otherwise. */
class WiresTest {
    private ServerSocket echo;
    private Proxy proxy;

    @BeforeEach
    void start() throws IOException {
        echo = new ServerSocket(0, 50, InetAddress.getByName("localhost"));
        Thread server = new Thread(this::serve, "echo");
        server.setDaemon(true);
        server.start();
        proxy = Proxy.to(echo.getLocalPort());
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        echo.close();
    }

    @Test
    void an_open_wire_passes_everything_both_ways() throws IOException {
        try (Socket caller = connect()) {
            assertThat(said(caller, "hello")).isEqualTo("hello");
        }
    }

    @Test
    void a_wire_is_cut_in_the_middle_of_what_is_said() {
        proxy.suffer(WireFault.cutAfter(3));
        assertThatThrownBy(() -> {
                    try (Socket caller = connect()) {
                        said(caller, "hello");
                    }
                })
                .isInstanceOf(IOException.class);
    }

    @Test
    void a_wire_that_is_down_takes_nobody_and_later_does() throws IOException {
        proxy.suffer(WireFault.DOWN);
        assertThatThrownBy(() -> {
                    try (Socket caller = connect()) {
                        said(caller, "hello");
                    }
                })
                .isInstanceOf(IOException.class);
        proxy.suffer(WireFault.OPEN);
        try (Socket caller = connect()) {
            assertThat(said(caller, "again")).isEqualTo("again");
        }
    }

    @Test
    void a_reset_ends_the_connections_of_the_moment_only() throws IOException {
        try (Socket before = connect()) {
            assertThat(said(before, "hello")).isEqualTo("hello");
            proxy.suffer(WireFault.RESET);
            assertThatThrownBy(() -> said(before, "hello")).isInstanceOf(IOException.class);
        }
        try (Socket after = connect()) {
            assertThat(said(after, "again")).isEqualTo("again");
        }
    }

    @Test
    void a_black_hole_swallows_and_its_end_is_no_resumption() throws IOException {
        try (Socket caller = connect()) {
            assertThat(said(caller, "hello")).isEqualTo("hello");
            proxy.suffer(WireFault.BLACK_HOLE);
            caller.setSoTimeout(200);
            assertThatThrownBy(() -> said(caller, "hello")).isInstanceOf(java.net.SocketTimeoutException.class);
            proxy.suffer(WireFault.OPEN);
            assertThatThrownBy(() -> said(caller, "hello")).isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_delay_delays() throws IOException {
        proxy.suffer(WireFault.delay(60));
        try (Socket caller = connect()) {
            long began = System.nanoTime();
            assertThat(said(caller, "hello")).isEqualTo("hello");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(120));
        }
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getByName("localhost"), proxy.port());
    }

    private static String said(Socket caller, String text) throws IOException {
        caller.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        byte[] answer = caller.getInputStream().readNBytes(text.length());
        if (answer.length < text.length()) {
            throw new IOException("the connection ended");
        }
        return new String(answer, StandardCharsets.UTF_8);
    }

    private void serve() {
        while (!echo.isClosed()) {
            try {
                Socket one = echo.accept();
                Thread answers = new Thread(() -> answer(one), "echoes");
                answers.setDaemon(true);
                answers.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void answer(Socket one) {
        try (one) {
            one.getInputStream().transferTo(one.getOutputStream());
        } catch (IOException cut) {
            return; // as the test wants it
        }
    }
}
