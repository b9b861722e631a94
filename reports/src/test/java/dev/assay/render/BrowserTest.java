package dev.assay.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/**
 * The pages in a real browser: over HTTP under {@code default-src 'none'; img-src 'self'; style-src 'self'} and from a file,
 * as wide as a desktop and as a phone, light and dark.
 */
final class BrowserTest {
    private static final List<String> PAGES =
            List.of("PyTorch/index", "PyTorch/label-smoothing/index", "PyTorch/mcmc-vs-vi/index", "index", "agreement");

    /** High enough that nothing waits to be scrolled to. */
    private static final int HEIGHT = 9000;

    @TempDir
    static Path directory;

    @TempDir
    static Path profile;

    private static List<AutoCloseable> open = List.of();
    private static Chromium browser;
    private static PageServer server;

    @BeforeAll
    static void start() throws IOException {
        browser = Chromium.start(profile);
        Path pytorch = directory.resolve("PyTorch");
        SampleRun.write(pytorch, SampleRun.lines());
        Reports.render(pytorch);
        AgreementTest.otherEngine(directory.resolve("MXNet"));
        Reports.render(directory.resolve("MXNet"));
        Agreement.render(directory, List.of("PyTorch", "MXNet"));
        server = new PageServer(directory);
        open = List.of(browser, server);
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    static Stream<Arguments> views() {
        return Stream.of(
                Arguments.of("http", 1280, "light"),
                Arguments.of("http", 1280, "dark"),
                Arguments.of("http", 390, "light"),
                Arguments.of("http", 390, "dark"),
                Arguments.of("file", 1280, "light"),
                Arguments.of("file", 390, "dark"));
    }

    @ParameterizedTest(name = "from {0}, {1} pixels wide, {2}")
    @MethodSource("views")
    void everyPageIsWholeAndAccessible(String from, int width, String scheme) throws IOException {
        for (String page : PAGES) {
            browser.show(width, HEIGHT, scheme);
            browser.console();
            browser.driver().get((from.equals("http") ? server.address() : directory.toUri()) + page + ".html");
            String where = page + " at " + width + ", " + scheme;

            assertThat(browser.console()).as("console of " + where).isEmpty();
            assertThat(server.missing()).as("files that do not exist").isEmpty();
            assertThat(browser.script("return [...document.images].filter(i => !i.complete || i.naturalWidth === 0)"
                            + ".map(i => i.src).join()"))
                    .as("pictures that did not load on " + where)
                    .isEqualTo("");
            assertThat(browser.script("return getComputedStyle(document.querySelector('h1')).fontFamily"))
                    .asString()
                    .as("the style sheet is in force")
                    .startsWith("Charter");
            assertThat((Long) browser.script("return document.documentElement.scrollWidth"))
                    .as("the page scrolls sideways: " + where)
                    .isLessThanOrEqualTo(width);
            assertThat(browser.script("return Math.min(12, ...[...document.querySelectorAll('.plot text')]"
                            + ".map(t => t.getScreenCTM().a * parseFloat(getComputedStyle(t).fontSize)))"))
                    .as("size of the smallest letters in charts")
                    .satisfies(size -> assertThat(((Number) size).doubleValue()).isGreaterThanOrEqualTo(12));
            if (from.equals("http")) {
                browser.screenshot(page.replace('/', '-') + "-" + width + "-" + scheme);
                assertThat(browser.violations()).as("axe-core on " + where).isEmpty();
            }
        }
    }

    @Test
    void hostileTextIsTextThere() {
        browser.show(1280, HEIGHT, "light");
        browser.driver().get(server.address() + "PyTorch/label-smoothing/index.html");
        assertThat(browser.script("return document.scripts.length + document.querySelectorAll('[onerror], iframe, "
                        + "img[src=x], a[href^=javascript]').length"))
                .isEqualTo(0L);
        assertThat(browser.script("return document.body.textContent.includes(\"<script>alert('x')</script>\")"))
                .isEqualTo(true);
    }

    @Test
    void theIndexIsFilteredByKeyboardWithoutScript() {
        browser.show(1280, HEIGHT, "light");
        browser.driver().get(server.address() + "PyTorch/index.html");
        String shown = "return [...document.querySelectorAll('.entry')].filter(e => e.checkVisibility())"
                + ".map(e => e.querySelector('h2').textContent).join()";
        assertThat(browser.script(shown)).isEqualTo("MCMC against variational inference,Label smoothing");

        Actions keys = new Actions(browser.driver());
        keys.sendKeys(Keys.TAB).perform();
        assertThat(browser.script("return document.activeElement.textContent + "
                        + "(document.activeElement.getBoundingClientRect().left >= 0)"))
                .isEqualTo("Skip to the contenttrue");
        new Actions(browser.driver())
                .sendKeys(Keys.TAB, Keys.TAB, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT)
                .perform();
        assertThat(browser.script("return document.activeElement.id")).isEqualTo("f-refuted");
        assertThat(browser.script(shown)).isEqualTo("Label smoothing");
        assertThat(browser.script("return getComputedStyle(document.activeElement.nextElementSibling).outlineStyle"))
                .isEqualTo("solid");
    }
}
