package io.novacron.goc.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class Sha256Test {

    /** The example of FIPS 180-4. */
    @Test
    void digestsAreThoseOfTheStandard() {
        byte[] abc = "abc".getBytes(StandardCharsets.US_ASCII);

        assertThat(Sha256.hex(abc)).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Sha256.of("abc")).isEqualTo(Sha256.of(abc));
    }

    @Test
    void linkDependsOnTheOneBeforeAndOnWhereItsPartsEnd() {
        byte[] link = Sha256.chained(new byte[32], List.of("ab", "c"));

        assertThat(link).isNotEqualTo(Sha256.chained(new byte[32], List.of("a", "bc")));
        assertThat(link).isNotEqualTo(Sha256.chained(Sha256.of("x"), List.of("ab", "c")));
        assertThat(link).isEqualTo(Sha256.of(new String(new byte[32], StandardCharsets.US_ASCII) + "ab\0c\0"));
    }
}
