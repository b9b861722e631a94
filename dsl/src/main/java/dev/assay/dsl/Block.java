package dev.assay.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import kotlin.DslMarker;

/**
 * Marks what a block declares: in Kotlin a block sees the words of its own part and not, by accident, those of the part
 * around it, so that a variant within a variant does not compile.
 */
@DslMarker
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@interface Block {}
