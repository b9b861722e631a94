package dev.assay.plan;

/** What the levels of a factor or family are read as. */
public enum LevelType {
    /** A 32-bit whole number. */
    INT,
    /** A 64-bit whole number. */
    LONG,
    /** A floating-point number. */
    DOUBLE,
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** Any text. */
    TEXT,
    /** The constants of an enum. */
    ENUM;

    /** Whether levels have a size, so that a slope along them or an axis of them makes sense. */
    public boolean isNumeric() {
        return this == INT || this == LONG || this == DOUBLE;
    }

    /** Whether the text reads as a level of this type. */
    public boolean accepts(String text) {
        try {
            return switch (this) {
                case INT -> {
                    Integer.parseInt(text);
                    yield true;
                }
                case LONG -> {
                    Long.parseLong(text);
                    yield true;
                }
                case DOUBLE -> Double.isFinite(Double.parseDouble(text));
                case BOOLEAN -> text.equals("true") || text.equals("false");
                case TEXT, ENUM -> !text.isBlank();
            };
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }
}
