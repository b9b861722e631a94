package dev.assay.render;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium, if the machine has one; a test that asks for it where there is none is skipped with the reason. */
final class Chromium implements AutoCloseable {
    /** Where screenshots are kept to be looked at; none are taken unless it is set. */
    private static final String SCREENSHOTS = System.getProperty("assay.screenshots", "");

    private final ChromeDriver driver;

    private Chromium(ChromeDriver driver) {
        this.driver = driver;
    }

    static Chromium start(Path profile) {
        Optional<String> browser = find("chromium", "chromium-browser", "google-chrome");
        Optional<String> control = find("chromedriver");
        assumeTrue(
                browser.isPresent() && control.isPresent(),
                "The pages are not tested in a browser, because this machine has no chromium or no chromedriver on its "
                        + "PATH. On Debian: apt-get install chromium chromium-driver");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.orElseThrow());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + profile);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(control.orElseThrow()))
                .usingAnyFreePort()
                .build();
        return new Chromium(new ChromeDriver(service, options));
    }

    private static Optional<String> find(String... names) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(names)
                .flatMap(name -> Arrays.stream(path.split(File.pathSeparator)).map(place -> new File(place, name)))
                .filter(File::canExecute)
                .map(File::getPath)
                .findFirst();
    }

    ChromeDriver driver() {
        return driver;
    }

    /** Makes the window so wide and high, whatever the platform's least width, in the scheme {@code light} or {@code dark}. */
    void show(int width, int height, String scheme) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** What the console said since it was asked last; a browser that asks for an icon of its own accord is not a fault. */
    List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message -> !message.contains("favicon.ico"))
                .toList();
    }

    Object script(String script) {
        Object value = driver.executeScript(script);
        return value == null ? "" : value;
    }

    /**
     * What axe-core finds wrong with the page. It is asked in the page itself: its builder for Selenium looks into every frame and
     * opens a window to gather what it found, which takes twice as long, and the pages have no frames.
     */
    List<?> violations() throws IOException {
        try (InputStream axe =
                Objects.requireNonNull(AxeBuilder.class.getResourceAsStream("/axe.min.js"), "axe-core is in its jar")) {
            driver.executeScript(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        }
        return (List<?>)
                Objects.requireNonNull(driver.executeAsyncScript("const done = arguments[arguments.length - 1];"
                        + "axe.run(document, {resultTypes: ['violations']}).then(found => done(found.violations.map("
                        + "v => v.id + ': ' + v.help + ' ' + v.nodes.slice(0, 3).map(n => n.html))),"
                        + " failed => done([String(failed)]))"));
    }

    void screenshot(String name) throws IOException {
        if (!SCREENSHOTS.isEmpty()) {
            Map<String, Object> taken = driver.executeCdpCommand(
                    "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
            Files.write(
                    Files.createDirectories(Path.of(SCREENSHOTS)).resolve(name + ".png"),
                    Base64.getDecoder().decode((String) taken.getOrDefault("data", "")));
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
