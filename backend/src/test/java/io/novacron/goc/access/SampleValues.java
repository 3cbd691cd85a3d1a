package io.novacron.goc.access;

import io.novacron.goc.kernel.TimeRange;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes a record of any kind, filled with plausible values all the way down (nothing where nothing may be): what a
 * test of every event needs.
 */
final class SampleValues {

    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

    private SampleValues() {}

    static Object of(Type type) {
        return switch (type) {
            case ParameterizedType generic -> ofGeneric(generic);
            case Class<?> plain -> ofClass(plain);
            default -> throw new IllegalArgumentException("no sample of " + type);
        };
    }

    private static Object ofGeneric(ParameterizedType type) {
        Class<?> raw = (Class<?>) type.getRawType();
        Object element = of(type.getActualTypeArguments()[0]);
        return switch (raw.getSimpleName()) {
            case "List", "Collection" -> List.of(element);
            case "Set" -> Set.of(element);
            case "Optional" -> Optional.of(element);
            case "Map" -> Map.of(element, of(type.getActualTypeArguments()[1]));
            default -> throw new IllegalArgumentException("no sample of " + type);
        };
    }

    private static Object ofClass(Class<?> type) {
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type == TimeRange.class) {
            return new TimeRange(AT, AT.plusSeconds(60));
        }
        if (type.isRecord()) {
            return ofRecord(type);
        }
        return switch (type.getName()) {
            case "java.lang.String" -> "sample";
            case "java.util.UUID" -> new UUID(1, 2);
            case "java.time.Instant" -> AT;
            case "java.time.Duration" -> Duration.ofMinutes(5);
            case "java.time.ZoneId" -> ZoneId.of("UTC");
            case "long", "java.lang.Long" -> 7L;
            case "int", "java.lang.Integer" -> 7;
            case "double", "java.lang.Double" -> 0.5;
            case "boolean", "java.lang.Boolean" -> true;
            default -> throw new IllegalArgumentException("no sample of " + type + "; teach SampleValues to make one");
        };
    }

    private static Object ofRecord(Class<?> type) {
        try {
            RecordComponent[] components = type.getRecordComponents();
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(Arrays.stream(components)
                    .map(component -> component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                            ? null
                            : of(component.getGenericType()))
                    .toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no sample of " + type, e);
        }
    }
}
