package dev.assay.render;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A directory over HTTP as a strict CI server hands it out: with a content-security policy that allows next to nothing. */
final class PageServer implements AutoCloseable {
    private final HttpServer server;
    private final List<String> missing = new CopyOnWriteArrayList<>();

    PageServer(Path directory) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            Path file = directory.resolve(exchange.getRequestURI().getPath().substring(1));
            exchange.getResponseHeaders()
                    .set("Content-Security-Policy", "default-src 'none'; img-src 'self'; style-src 'self'");
            exchange.getResponseHeaders().set("Content-Type", type(file.toString()));
            if (Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(200, Files.size(file));
                Files.copy(file, exchange.getResponseBody());
            } else {
                missing.add(exchange.getRequestURI().getPath());
                exchange.sendResponseHeaders(404, -1);
            }
            exchange.close();
        });
        server.start();
    }

    private static String type(String file) {
        return file.endsWith(".html")
                ? "text/html"
                : file.endsWith(".css") ? "text/css" : file.endsWith(".png") ? "image/png" : "application/octet-stream";
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** What was asked for and does not exist; a browser asks for the icon of its own accord. */
    List<String> missing() {
        return missing.stream().filter(path -> !path.equals("/favicon.ico")).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
