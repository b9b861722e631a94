package demo

import dev.assay.engine.EngineName
import dev.assay.junit.ClaimTests
import java.util.stream.Stream
import org.junit.jupiter.api.DynamicNode
import org.junit.jupiter.api.TestFactory

class AveragesTest {
    @TestFactory
    fun claims(): Stream<DynamicNode> = ClaimTests.of(Averages::class.java).engine(EngineName.PYTORCH).stream()
}
