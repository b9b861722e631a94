package dev.assay.chart;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Something that a report can draw: layers over two axes, pictures side by side, or a graph. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "chart")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Plane.class, name = "plane"),
    @JsonSubTypes.Type(value = Pictures.class, name = "pictures"),
    @JsonSubTypes.Type(value = Graph.class, name = "graph")
})
public sealed interface Chart permits Plane, Pictures, Graph {}
