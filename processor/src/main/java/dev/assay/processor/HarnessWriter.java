package dev.assay.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.assay.Better;
import dev.assay.Trial;
import dev.assay.dsl.Assay;
import dev.assay.dsl.Executable;
import dev.assay.dsl.Harness;
import dev.assay.dsl.Launcher;
import dev.assay.plan.Factor;
import dev.assay.plan.Plan;
import dev.assay.plan.PlotPlan;
import dev.assay.plan.ResamplingPlan;
import dev.assay.plan.Role;
import dev.assay.plan.Seeds;
import dev.assay.plan.VariantPlan;
import dev.assay.processor.Declared.Levelled;
import dev.assay.processor.Declared.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import javax.annotation.processing.Generated;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeMirror;

/** The last stage: a sound plan into the source of its harness, in the fluent DSL. */
final class HarnessWriter {
    /** The function that makes an instance for a trial, among the harness's names. */
    private static final String MADE = "made for a trial";

    private final Declared declared;
    private final Plan plan;
    private final TypeMirror outcome;
    private final JavaTypes types;
    private final NameAllocator names = new NameAllocator();
    private final ClassName experiment;

    HarnessWriter(Declared declared, Plan plan, TypeMirror outcome, JavaTypes types) {
        this.declared = declared;
        this.plan = plan;
        this.outcome = outcome;
        this.types = types;
        this.experiment = ClassName.get(declared.type());
        List.of("e", "v", "t").forEach(names::newName);
        declared.factors().forEach(factor -> names.newName(factor.name(), factor));
        names.newName("at", MADE);
    }

    /** The harness's class, beside the experiment's. */
    ClassName name() {
        return ClassName.get(experiment.packageName(), String.join("_", experiment.simpleNames()) + "Harness");
    }

    JavaFile file() {
        JavaFile.Builder file = JavaFile.builder(experiment.packageName(), type())
                .addStaticImport(Assay.class, "experiment")
                .addStaticImport(Assay.class, "that")
                .skipJavaLangImports(true)
                .indent("    ");
        new TreeSet<>(plan.metrics().stream()
                        .map(metric -> metric.better().name())
                        .toList())
                .forEach(better -> file.addStaticImport(Better.class, better));
        return file.build();
    }

    private TypeSpec type() {
        MethodSpec executable = MethodSpec.methodBuilder("executable")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(ParameterizedTypeName.get(ClassName.get(Executable.class), TypeName.get(outcome)))
                .addCode(body())
                .build();
        MethodSpec main = MethodSpec.methodBuilder("main")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addParameter(String[].class, "args")
                .addStatement("$T.main(new $T(), args)", Launcher.class, name())
                .build();
        return TypeSpec.classBuilder(name())
                .addJavadoc("{@link $T} in the fluent DSL.", experiment)
                .addAnnotation(AnnotationSpec.builder(Generated.class)
                        .addMember("value", "$S", ExperimentProcessor.class.getName())
                        .build())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(ParameterizedTypeName.get(ClassName.get(Harness.class), TypeName.get(outcome)))
                .addMethod(executable)
                .addMethod(main)
                .addOriginatingElement(declared.type())
                .build();
    }

    private CodeBlock body() {
        CodeBlock.Builder code = CodeBlock.builder();
        code.add("return $T.experiment($S, e -> {\n", Assay.class, plan.id()).indent();
        head(code);
        ReadingCode readings = new ReadingCode(declared, plan, outcome, types);
        section(code, declared.factors().stream().map(this::factor).toList());
        code.add(made());
        section(code, declared.variants().stream().map(this::variant).toList());
        section(code, declared.metrics().stream().map(readings::metric).toList());
        section(code, declared.figures().stream().map(readings::figure).toList());
        section(code, plan.plots().stream().map(HarnessWriter::plot).toList());
        section(code, plan.resamplings().stream().map(HarnessWriter::resampling).toList());
        section(code, plan.claims().stream().map(ClaimCode::of).toList());
        return code.unindent().add("});\n").build();
    }

    private void head(CodeBlock.Builder code) {
        if (plan.question() != 0) {
            code.addStatement("e.question($L)", plan.question());
        }
        code.addStatement("e.title($S)", plan.title());
        code.addStatement("e.asks($S)", plan.asks());
        code.addStatement("e.prose($T.class)", experiment);
        if (!plan.seeds().equals(Seeds.DEFAULT)) {
            code.addStatement(
                    "e.seeds($L, $L)", plan.seeds().quick(), plan.seeds().full());
        }
    }

    private static void section(CodeBlock.Builder code, List<CodeBlock> parts) {
        if (!parts.isEmpty()) {
            code.add("\n");
            parts.forEach(code::add);
        }
    }

    private CodeBlock factor(Levelled factor) {
        Factor planned = plan.findFactor(factor.name()).orElseThrow();
        return CodeBlock.builder()
                .addStatement(
                        "var $L = e.factor($S, $L)",
                        names.get(factor),
                        factor.name(),
                        LevelCode.of(planned, factor.parameter().asType()))
                .build();
    }

    private CodeBlock variant(Way way) {
        VariantPlan planned = plan.variant(way.name());
        NameAllocator own = names.clone();
        List<CodeBlock> words = new ArrayList<>();
        if (planned.role() != Role.CONTENDER) {
            words.add(CodeBlock.of(planned.role() == Role.BASELINE ? "v.baseline()" : "v.reference()"));
        }
        if (!planned.when().isEmpty()) {
            words.add(CodeBlock.of("v.existsAt($S)", planned.when()));
        }
        if (!planned.ignores().isEmpty()) {
            words.add(CodeBlock.of("v.ignores($L)", texts(planned.ignores())));
        }
        for (int i = 0; i < way.family().size(); i++) {
            Levelled level = way.family().get(i);
            words.add(CodeBlock.of(
                    "var $L = v.level($S, $L)",
                    own.newName(level.name(), level),
                    level.name(),
                    LevelCode.of(planned.family().get(i), level.parameter().asType())));
        }
        TrialCode trial = trial(way, own);
        CodeBlock alone = CodeBlock.of("e.variant($S, v -> $L)", way.name(), trial.onOneLine());
        if (words.isEmpty() && TrialCode.fits(alone, TrialCode.IN_EXPERIMENT)) {
            return CodeBlock.builder().addStatement("$L", alone).build();
        }
        words.add(trial.statement());
        CodeBlock.Builder code =
                CodeBlock.builder().add("e.variant($S, v -> {\n", way.name()).indent();
        words.forEach(word -> code.addStatement("$L", word));
        return code.unindent().add("});\n").build();
    }

    private TrialCode trial(Way way, NameAllocator own) {
        List<CodeBlock> arguments = new ArrayList<>(List.of(CodeBlock.of("t")));
        way.family().forEach(level -> arguments.add(CodeBlock.of("t.at($L)", own.get(level))));
        CodeBlock call = CodeBlock.of("$L($L)", way.name(), arguments.stream().collect(CodeBlock.joining(", ")));
        TypeMirror returned = Objects.requireNonNull(way.returns(), "a sound variant has an outcome");
        TypeMirror narrower = types.isSame(returned, outcome) ? null : returned;
        if (KotlinClass.isObject(declared.type())) {
            return new TrialCode(CodeBlock.of("$T.INSTANCE", experiment), null, call, narrower);
        }
        VariantPlan planned = plan.variant(way.name());
        if (hasSeveralFactors() && planned.ignores().isEmpty()) {
            return new TrialCode(CodeBlock.of("$L.apply(t)", names.get(MADE)), null, call, narrower);
        }
        return new TrialCode(CodeBlock.of("new $T", experiment), arguments(planned.ignores()), call, narrower);
    }

    private boolean hasSeveralFactors() {
        return declared.factors().size() > 1;
    }

    /** How an instance is made for a trial, said once where it takes several factors. */
    private CodeBlock made() {
        if (!hasSeveralFactors() || KotlinClass.isObject(declared.type())) {
            return CodeBlock.of("");
        }
        CodeBlock arguments = arguments(List.of()).stream().collect(CodeBlock.joining(", "));
        CodeBlock name = CodeBlock.of("$T<$T, $T> $L = t ->", Function.class, Trial.class, experiment, names.get(MADE));
        CodeBlock value = CodeBlock.of("new $T($L)", experiment, arguments);
        boolean whole = TrialCode.fits(CodeBlock.of("$L $L", name, value), TrialCode.IN_EXPERIMENT);
        return CodeBlock.builder()
                .addStatement(whole ? "$L $L" : "$L\n$L", name, value)
                .build();
    }

    /** The factors' levels in the trial; the first of one that makes no difference, since the trial's cell then has none. */
    private List<CodeBlock> arguments(List<String> ignored) {
        return declared.factors().stream()
                .map(factor -> ignored.contains(factor.name())
                        ? LevelCode.first(
                                plan.findFactor(factor.name()).orElseThrow(),
                                factor.parameter().asType())
                        : CodeBlock.of("t.at($L)", names.get(factor)))
                .toList();
    }

    private static CodeBlock plot(PlotPlan plot) {
        return CodeBlock.builder()
                .addStatement(
                        "e.plot($L)$Z.against($S)$L",
                        texts(plot.of()),
                        plot.against(),
                        plot.log() ? ".logarithmic()" : "")
                .build();
    }

    private static CodeBlock resampling(ResamplingPlan resampling) {
        CodeBlock.Builder code = CodeBlock.builder().add("e.resampled($L, $L)", resampling.train(), resampling.test());
        if (!resampling.when().isEmpty()) {
            code.add("$Z.at($S)", resampling.when());
        }
        return CodeBlock.builder().addStatement("$L", code.build()).build();
    }

    private static CodeBlock texts(List<String> texts) {
        return texts.stream().map(text -> CodeBlock.of("$S", text)).collect(CodeBlock.joining(",$W"));
    }
}
