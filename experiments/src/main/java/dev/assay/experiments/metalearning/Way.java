package dev.assay.experiments.metalearning;

/** A way of learning across tasks where new tasks are learned by descent. */
enum Way {
    /** One net for the examples of all tasks. */
    PRETRAINED,
    /** Through one step whose gradient is taken for a constant. */
    FIRST_ORDER,
    /** Through one step, exactly. */
    MAML,
    /** Towards where five steps lead. */
    REPTILE,
    /** Through one step with a rate for each weight, which is learned, too. */
    META_SGD
}
