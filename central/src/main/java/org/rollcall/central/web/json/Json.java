package org.rollcall.central.web.json;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.rollcall.xmpp.command.Table;

/** How values are written: times in ISO 8601, durations in seconds, what is unknown not at all. */
public final class Json {
    /** Escapes {@code <}, {@code >} and {@code &} too: harmless wherever a browser may come to see it. */
    private static final Gson GSON = new GsonBuilder()
            .registerTypeAdapter(Instant.class, new Times().nullSafe())
            .registerTypeAdapter(Duration.class, new Seconds().nullSafe())
            .registerTypeAdapter(Table.class, new TableJson().nullSafe())
            .create();

    private Json() {}

    public static String write(Object value) {
        return GSON.toJson(value);
    }

    /**
     * @return null for an empty text
     * @throws com.google.gson.JsonParseException when it is no JSON of this kind
     */
    public static <T> T read(String json, Class<T> type) {
        return GSON.fromJson(json, type);
    }

    private static final class Times extends TypeAdapter<Instant> {
        @Override
        public void write(JsonWriter out, Instant value) throws IOException {
            // Browsers count milliseconds.
            out.value(value.truncatedTo(ChronoUnit.MILLIS).toString());
        }

        @Override
        public Instant read(JsonReader in) throws IOException {
            return Instant.parse(in.nextString());
        }
    }

    private static final class Seconds extends TypeAdapter<Duration> {
        @Override
        public void write(JsonWriter out, Duration value) throws IOException {
            out.value(number(value));
        }

        @Override
        public Duration read(JsonReader in) throws IOException {
            return Duration.ofMillis(Math.round(in.nextDouble() * 1000));
        }
    }

    /** In seconds, without a fraction where there is none. */
    public static Number number(Duration value) {
        if (value.getNano() == 0) {
            return value.getSeconds();
        }
        return BigDecimal.valueOf(value.toMillis(), 3).stripTrailingZeros();
    }
}
