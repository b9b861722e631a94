package demo;

import dev.assay.engine.EngineName;
import dev.assay.junit.ClaimTests;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class AveragesTest {
    @TestFactory
    Stream<DynamicNode> claims() {
        return ClaimTests.of(Averages.class).engine(EngineName.PYTORCH).stream();
    }
}
