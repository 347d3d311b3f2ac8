package org.rollcall.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutputTest {

    @Test
    void jsonKeepsTypesAndEscapesWhatItMust() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("text", "a \"b\" \\ \n\t\u0001\u2028é");
        map.put("none", null);
        map.put("list", Arrays.asList(1L, true, List.of(), Map.of()));
        map.put("cpu", Duration.ofMillis(1500));
        map.put("took", Duration.ofMinutes(1));
        map.put("at", Instant.parse("2026-11-22T12:09:56Z"));
        assertEquals(
                "{\"text\":\"a \\\"b\\\" \\\\ \\n\\t\\u0001\\u2028é\",\"none\":null,\"list\":[1,true,[],{}],"
                        + "\"cpu\":1.5,\"took\":60,\"at\":\"2026-11-22T12:09:56Z\"}",
                Json.of(map));
    }

    @Test
    void tsvIsOneLineWhateverTheNames() {
        assertEquals(
                "a\\tb\\nc\\\\d\t\t1.5", Delimited.tsv(Arrays.asList("a\tb\nc\\d", null, Duration.ofMillis(1500))));
    }

    @Test
    void csvQuotesAndGuardsAgainstFormulas() {
        assertEquals(
                "\"a,\"\"b\"\"\",'=1+1,'@x,'-x,'+x,-5,",
                Delimited.csv(Arrays.asList("a,\"b\"", "=1+1", "@x", "-x", "+x", -5L, null)));
    }
}
