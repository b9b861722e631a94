package dev.assay.worker;

import dev.assay.plan.Plan;
import dev.assay.record.RecordJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What tells a plan from every other: the first 16 hexadecimal digits of the SHA-256 of its JSON. */
public final class PlanHash {
    private static final int DIGITS = 16;

    private PlanHash() {}

    /** The hash of a plan. */
    public static String of(Plan plan) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(RecordJson.write(plan).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
