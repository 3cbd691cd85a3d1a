package io.novacron.goc.ui.lists;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SiftedTest {

    private record Machine(String name, String city, String size, int cores) {}

    private static final List<Machine> ALL = List.of(
            new Machine("a-1", "Paris", "small", 2),
            new Machine("a-2", "Paris", "large", 8),
            new Machine("b-1", "Oslo", "small", 2),
            new Machine("b-2", "Oslo", "small", 4));
    private static final List<Facet<Machine>> FACETS =
            List.of(new Facet<>("city", "City", Machine::city), new Facet<>("size", "Size", Machine::size));
    private static final List<String> KEYS = List.of("city", "size");

    private static Sifted<Machine> sift(Asked asked) {
        return Sifted.of(ALL, FACETS, List.of(Machine::name, Machine::city), asked);
    }

    @Test
    void aCountSaysHowManyRowsAValueWouldAddWithAllElseAsItIs() {
        Sifted<Machine> sifted = sift(Asked.ALL.with("city", "Oslo", true));

        assertThat(sifted.rows()).extracting(Machine::name).containsExactly("b-1", "b-2");
        assertThat(sifted.counts().get("city")).isEqualTo(Map.of("Paris", 2, "Oslo", 2));
        assertThat(sifted.counts().get("size")).isEqualTo(Map.of("small", 2));
    }

    @Test
    void valuesOfOneFacetAddAndThoseOfTwoNarrow() {
        Asked both = Asked.ALL.with("city", "Oslo", true).with("city", "Paris", true);

        assertThat(sift(both).rows()).hasSize(4);
        assertThat(sift(both.with("size", "large", true)).rows())
                .extracting(Machine::name)
                .containsExactly("a-2");
        assertThat(sift(both.with("size", "large", true)).counts().get("city")).isEqualTo(Map.of("Paris", 1));
    }

    @Test
    void aRowMustHaveAllWordsInWhateverOrderAndCase() {
        assertThat(sift(Asked.ALL.withText("  OSLO b-2 ")).rows())
                .extracting(Machine::name)
                .containsExactly("b-2");
        assertThat(sift(Asked.ALL.withText("oslo a-1")).rows()).isEmpty();
        assertThat(sift(Asked.ALL.withText(" ")).rows()).hasSize(4);
    }

    @Test
    void whatIsAskedIsReadBackFromItsAddressAndTheRestOfThatStays() {
        Asked asked = Asked.ALL
                .withText("b & c=d")
                .with("city", "São Paulo", true)
                .with("city", "Oslo", true)
                .withColumn("cores", false);

        QueryParameters address = asked.in(QueryParameters.fromString("of=vms&city=Rome&q=old"), KEYS);

        assertThat(Asked.of(address, KEYS)).isEqualTo(asked);
        assertThat(address.getSingleParameter("of")).hasValue("vms");
        assertThat(Asked.ALL.in(address, KEYS).getQueryString()).isEqualTo("of=vms");
    }

    @Test
    void aFilterOfTenThousandCharactersIsCutAndSaidToBe() {
        QueryParameters address = QueryParameters.of("q", "x".repeat(10_000));

        assertThat(Asked.isTooLong(address)).isTrue();
        assertThat(Asked.of(address, KEYS).text()).hasSize(Asked.TEXT_LONGEST);
    }

    @Test
    void takingTheLastValueAwayLetsAllThroughAgain() {
        Asked asked = Asked.ALL.with("city", "Oslo", true).with("city", "Oslo", false);

        assertThat(asked).isEqualTo(Asked.ALL);
        assertThat(asked.withColumn("cores", false).withColumn("cores", true).hidden())
                .isEqualTo(Set.of());
    }

    @Test
    void nothingInCsvIsAFormulaAndNumbersStayNumbers() {
        List<Column<Machine>> columns = List.of(
                Column.text("name", "Name", Machine::name),
                Column.text("city", "City", Machine::city),
                Column.number("cores", "Cores", Machine::cores));
        Machine odd = new Machine("=cmd|' /C calc'!A0", "say \"hi\",\nthere", "small", -2);

        String csv = new String(Csv.of(columns, Stream.of(odd)), StandardCharsets.UTF_8);

        assertThat(csv).isEqualTo("""
                Name,City,Cores\r
                '=cmd|' /C calc'!A0,"say ""hi"",
                there",-2\r
                """);
    }
}
