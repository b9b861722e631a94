package dev.assay.processor;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import java.util.regex.Pattern;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * What a variant does in a trial, laid out as one would by hand: on one line where it fits, else each argument on its own, and
 * the author's method on a line of its own only where that is too long as well.
 *
 * @param instance what the author's method is called on, up to its arguments
 * @param factors the arguments of the constructor; null where none is called
 * @param call the author's method with its arguments
 * @param outcome what it returns, if that is narrower than what every variant returns
 */
record TrialCode(
        CodeBlock instance,
        @Nullable List<CodeBlock> factors,
        CodeBlock call,
        @Nullable TypeMirror outcome) {
    private static final int WIDTH = 120;
    private static final int CONTINUED = 8;
    /** Package names, which imports leave out. */
    private static final Pattern PACKAGES = Pattern.compile("\\b(?:[a-z_]\\w*\\.)+(?=[A-Z])");

    /** How far the code within a class, a method and a block of the experiment is indented; a variant's block adds to it. */
    static final int IN_EXPERIMENT = 12;

    private static final int IN_VARIANT = 16;

    CodeBlock onOneLine() {
        CodeBlock work = CodeBlock.of("t -> $L.$L", instance(", "), call);
        return outcome == null
                ? CodeBlock.of("v.trial($L)", work)
                : CodeBlock.of("v.trialOf($T.class, $L)", outcome, work);
    }

    /** As a statement of a variant's block. */
    CodeBlock statement() {
        if (fits(onOneLine(), IN_VARIANT)) {
            return onOneLine();
        }
        return outcome == null
                ? CodeBlock.of("v.trial(\n$L)", work())
                : CodeBlock.of("v.trialOf(\n$T.class,\n$L)", outcome, work());
    }

    private CodeBlock work() {
        CodeBlock whole = CodeBlock.of("t -> $L.$L)", instance(", "), call);
        if (fits(whole, IN_VARIANT + CONTINUED)) {
            return CodeBlock.of("t -> $L.$L", instance(", "), call);
        }
        CodeBlock made = CodeBlock.of("t -> $L", instance(", "));
        String separator = fits(made, IN_VARIANT + CONTINUED) ? ", " : ",\n                ";
        return CodeBlock.of("t -> $L\n        .$L", instance(separator), call);
    }

    private CodeBlock instance(String separator) {
        return factors == null
                ? instance
                : CodeBlock.of("$L($L)", instance, factors.stream().collect(CodeBlock.joining(separator)));
    }

    /** Whether a statement of this code stays within the margin. */
    static boolean fits(CodeBlock code, int indent) {
        String full = code.toString();
        if (indent + full.length() + 1 <= WIDTH) {
            return true;
        }
        String text = PACKAGES.matcher(full).replaceAll("").replaceAll("\\s+", " ");
        return indent + text.length() + 1 <= WIDTH;
    }
}
