package dev.assay.processor;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The characters behind HTML's entities, as far as doc comments use them. */
final class Entities {
    /** {@code &name;}, {@code &#960;} or {@code &#x3c0;}. */
    static final Pattern PATTERN = Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]\\w*));");

    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("amp", "&"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", "\u00a0"),
            Map.entry("ndash", "–"),
            Map.entry("mdash", "—"),
            Map.entry("hellip", "…"),
            Map.entry("lsquo", "‘"),
            Map.entry("rsquo", "’"),
            Map.entry("ldquo", "“"),
            Map.entry("rdquo", "”"),
            Map.entry("times", "×"),
            Map.entry("middot", "·"),
            Map.entry("plusmn", "±"),
            Map.entry("minus", "−"),
            Map.entry("le", "≤"),
            Map.entry("ge", "≥"),
            Map.entry("ne", "≠"),
            Map.entry("asymp", "≈"),
            Map.entry("infin", "∞"),
            Map.entry("sum", "∑"),
            Map.entry("prod", "∏"),
            Map.entry("radic", "√"),
            Map.entry("part", "∂"),
            Map.entry("nabla", "∇"),
            Map.entry("isin", "∈"),
            Map.entry("rarr", "→"),
            Map.entry("larr", "←"),
            Map.entry("alpha", "α"),
            Map.entry("beta", "β"),
            Map.entry("gamma", "γ"),
            Map.entry("delta", "δ"),
            Map.entry("epsilon", "ε"),
            Map.entry("eta", "η"),
            Map.entry("theta", "θ"),
            Map.entry("kappa", "κ"),
            Map.entry("lambda", "λ"),
            Map.entry("mu", "μ"),
            Map.entry("pi", "π"),
            Map.entry("rho", "ρ"),
            Map.entry("sigma", "σ"),
            Map.entry("tau", "τ"),
            Map.entry("phi", "φ"),
            Map.entry("psi", "ψ"),
            Map.entry("omega", "ω"));

    private Entities() {}

    /** The character that an entity stands for; the entity itself if its name is unknown. */
    static String decode(String entity) {
        Matcher matcher = PATTERN.matcher(entity);
        if (!matcher.matches()) {
            return entity;
        }
        if (matcher.group(3) != null) {
            return NAMED.getOrDefault(matcher.group(3), entity);
        }
        int point =
                matcher.group(1) != null ? Integer.parseInt(matcher.group(1)) : Integer.parseInt(matcher.group(2), 16);
        return Character.isValidCodePoint(point) ? Character.toString(point) : entity;
    }
}
