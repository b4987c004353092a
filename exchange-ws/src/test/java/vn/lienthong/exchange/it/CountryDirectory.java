package vn.lienthong.exchange.it;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.Agency;
import vn.lienthong.exchange.domain.agency.OrganId;

/**
 * A made-up directory of the country's size, the same each time: {@value #AGENCIES} agencies on four levels, parents first,
 * every one with its code of Decision 20/2020 and, on the upper three levels, the one of QCVN 102:2016 as its alias. Its
 * codes begin with X, which no real agency's do.
 */
public final class CountryDirectory {
    public static final int AGENCIES = 111_339;
    private static final int PROVINCES = 90;
    private static final int OFFICES = 25;
    private static final int WARDS = 18;
    private static final List<String> FIELDS = List.of(
            "Nội vụ",
            "Tài chính",
            "Tư pháp",
            "Xây dựng",
            "Y tế",
            "Giáo dục và Đào tạo",
            "Nông nghiệp và Môi trường",
            "Đô thị");

    private CountryDirectory() {}

    public static Stream<Agency> agencies() {
        Stream<Agency> provinces = IntStream.range(10, 10 + PROVINCES).mapToObj(CountryDirectory::province);
        Stream<Agency> offices = below(PROVINCES).flatMap(p -> below(OFFICES).map(o -> office(p + 10, o + 1)));
        Stream<Agency> wards = below(PROVINCES)
                .flatMap(p -> below(OFFICES).flatMap(o -> below(WARDS).map(w -> ward(p + 10, o + 1, w + 1))));
        Stream<Agency> units = below(AGENCIES).map(CountryDirectory::unit);
        return Stream.of(provinces, offices, wards, units).flatMap(all -> all).limit(AGENCIES);
    }

    private static Stream<Integer> below(int bound) {
        return IntStream.range(0, bound).boxed();
    }

    private static Agency province(int p) {
        return agency(
                "X%02d".formatted(p), "Ủy ban nhân dân tỉnh Số %d".formatted(p), null, "000.00.00.X%02d".formatted(p));
    }

    private static Agency office(int p, int o) {
        return agency(
                "X%02d.%02d".formatted(p, o),
                "Sở %s tỉnh Số %d, cơ sở %d".formatted(FIELDS.get(o % FIELDS.size()), p, o),
                "X%02d".formatted(p),
                "000.00.%02d.X%02d".formatted(o, p));
    }

    private static Agency ward(int p, int o, int w) {
        return agency(
                "X%02d.%02d.%02d".formatted(p, o, w),
                "Phòng %s số %d".formatted(FIELDS.get(w % FIELDS.size()), w),
                "X%02d.%02d".formatted(p, o),
                "000.%02d.%02d.X%02d".formatted(w, o, p));
    }

    private static Agency unit(int n) {
        int p = n % PROVINCES + 10;
        int o = n / PROVINCES % OFFICES + 1;
        int w = n / (PROVINCES * OFFICES) % WARDS + 1;
        int u = n / (PROVINCES * OFFICES * WARDS) + 1;
        return agency(
                "X%02d.%02d.%02d.%03d".formatted(p, o, w, u),
                "Tổ công tác %s số %d".formatted(FIELDS.get(n % FIELDS.size()), u),
                "X%02d.%02d.%02d".formatted(p, o, w),
                null);
    }

    private static Agency agency(String id, String name, @Nullable String parent, @Nullable String code102) {
        List<OrganId> aliases = new ArrayList<>();
        if (code102 != null) {
            aliases.add(new OrganId(code102));
        }
        return new Agency(
                new OrganId(id),
                name,
                "vanthu@" + id.toLowerCase(Locale.ROOT) + ".example",
                parent == null ? null : new OrganId(parent),
                code102,
                aliases,
                null);
    }
}
