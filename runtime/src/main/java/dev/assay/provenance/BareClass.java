package dev.assay.provenance;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;

/**
 * Copies a class file without what its code does not run on: annotations, debug data and the lists of nested classes. Two
 * versions of a class that differ in claims, prose, comments or line numbers only come out as the same bytes.
 */
final class BareClass extends ClassVisitor {
    private static final int API = Opcodes.ASM9;

    private BareClass(ClassWriter writer) {
        super(API, writer);
    }

    static byte[] of(byte[] classFile) {
        ClassWriter writer = new ClassWriter(0); // with a constant pool of its own, in the order of what is kept
        // Frames follow from the code, and are only for the verifier.
        new ClassReader(classFile).accept(new BareClass(writer), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return writer.toByteArray();
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        return null;
    }

    @Override
    public @Nullable AnnotationVisitor visitTypeAnnotation(
            int where, org.objectweb.asm.@Nullable TypePath path, String descriptor, boolean visible) {
        return null;
    }

    @Override
    public void visitAttribute(Attribute attribute) {}

    @Override
    public void visitInnerClass(String name, @Nullable String outerName, @Nullable String innerName, int access) {}

    @Override
    public void visitOuterClass(String owner, @Nullable String name, @Nullable String descriptor) {}

    @Override
    public void visitNestHost(String host) {}

    @Override
    public void visitNestMember(String member) {}

    /** Without a visitor for what the field carries, the reader passes over its annotations. */
    @Override
    public @Nullable FieldVisitor visitField(
            int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
        super.visitField(access, name, descriptor, signature, value);
        return null;
    }

    @Override
    public @Nullable RecordComponentVisitor visitRecordComponent(
            String name, String descriptor, @Nullable String signature) {
        super.visitRecordComponent(name, descriptor, signature);
        return null;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        return new BareMethod(super.visitMethod(access, name, descriptor, signature, exceptions));
    }

    private static final class BareMethod extends MethodVisitor {
        BareMethod(MethodVisitor writer) {
            super(API, writer);
        }

        @Override
        public @Nullable AnnotationVisitor visitAnnotationDefault() {
            return null;
        }

        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String type, boolean visible) {
            return null;
        }

        @Override
        public @Nullable AnnotationVisitor visitTypeAnnotation(
                int where, org.objectweb.asm.@Nullable TypePath path, String type, boolean visible) {
            return null;
        }

        @Override
        public void visitAnnotableParameterCount(int count, boolean visible) {}

        @Override
        public @Nullable AnnotationVisitor visitParameterAnnotation(int parameter, String type, boolean visible) {
            return null;
        }

        @Override
        public @Nullable AnnotationVisitor visitInsnAnnotation(
                int where, org.objectweb.asm.@Nullable TypePath path, String type, boolean visible) {
            return null;
        }

        @Override
        public @Nullable AnnotationVisitor visitTryCatchAnnotation(
                int where, org.objectweb.asm.@Nullable TypePath path, String type, boolean visible) {
            return null;
        }

        @Override
        public void visitAttribute(Attribute attribute) {}
    }
}
