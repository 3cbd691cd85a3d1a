package io.novacron.goc.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.novacron.goc.kernel.OperationsException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RotationTest {

    private final Rotation rotation =
            new Rotation(List.of(Turn.of("world:30"), Turn.of("attention:10"), Turn.of(new UUID(1, 2) + ":20")), 0);

    @Test
    void eachBoardIsShownForItsOwnTime() {
        assertThat(rotation.at(29_999, Set.of())).isZero();
        assertThat(rotation.at(30_000, Set.of())).isEqualTo(1);
        assertThat(rotation.at(40_000, Set.of())).isEqualTo(2);
        assertThat(rotation.at(59_000, Set.of())).isEqualTo(2);
        assertThat(rotation.at(60_000, Set.of())).isZero();
    }

    @Test
    void aBoardInAlarmComesAtOnceAndStaysUntilItIsCalm() {
        assertThat(rotation.at(5_000, Set.of(2))).isEqualTo(2);
        assertThat(rotation.at(500_000, Set.of(2))).isEqualTo(2);
        assertThat(rotation.at(501_000, Set.of())).isEqualTo(2);
        assertThat(rotation.at(525_000, Set.of())).isZero();
    }

    @Test
    void severalInAlarmTakeTurnsAmongThemselves() {
        assertThat(rotation.at(1_000, Set.of(0, 2))).isZero();
        assertThat(rotation.at(31_000, Set.of(0, 2))).isEqualTo(2);
        assertThat(rotation.at(51_000, Set.of(0, 2))).isZero();
        assertThat(rotation.at(51_500, Set.of(1))).isEqualTo(1);
    }

    @Test
    void oneBoardIsAlwaysShown() {
        Rotation alone = new Rotation(List.of(Turn.of("world")), 0);

        assertThat(alone.at(1_000_000, Set.of())).isZero();
        assertThat(alone.at(1_000_001, Set.of(0))).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "moon:30", "world:4", "world:99999", "world:x", "world:30:1", "<script>"})
    void whatIsNoBoardOrNoTimeIsRefused(String written) {
        assertThatThrownBy(() -> Turn.of(written)).isInstanceOf(OperationsException.class);
    }

    @Test
    void aWallHasOneToTwentyBoards() {
        assertThatThrownBy(() -> new Rotation(List.of(), 0)).isInstanceOf(OperationsException.class);
        List<Turn> many = java.util.stream.Stream.generate(() -> Turn.of("world"))
                .limit(21)
                .toList();
        assertThatThrownBy(() -> new Rotation(many, 0)).isInstanceOf(OperationsException.class);
    }
}
