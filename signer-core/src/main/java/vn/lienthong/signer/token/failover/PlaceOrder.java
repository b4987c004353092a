package vn.lienthong.signer.token.failover;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * In which order the places are asked: the first of them in proportion to the weights, interleaved; then the others, the
 * heaviest first; those without weight last. Thread-safe.
 */
final class PlaceOrder {
    private final List<List<Place>> turns;
    private final AtomicInteger turn = new AtomicInteger();

    PlaceOrder(List<Place> places) {
        List<Place> heaviestFirst = places.stream()
                .sorted(Comparator.comparingInt(Place::weight).reversed())
                .toList();
        List<List<Place>> all = new ArrayList<>();
        for (Place first : interleaved(heaviestFirst)) {
            List<Place> order = new ArrayList<>(heaviestFirst);
            order.remove(first);
            order.addFirst(first);
            all.add(List.copyOf(order));
        }
        turns = all.isEmpty() ? List.of(heaviestFirst) : List.copyOf(all);
    }

    /** The places in the order of this request. */
    List<Place> next() {
        return turns.get(Math.floorMod(turn.getAndIncrement(), turns.size()));
    }

    /** Each place as often as it weighs; always the one that lags most behind its share. */
    private static List<Place> interleaved(List<Place> places) {
        int total = places.stream().mapToInt(Place::weight).sum();
        int[] credit = new int[places.size()];
        List<Place> sequence = new ArrayList<>();
        for (int i = 0; i < total; i++) {
            int most = 0;
            for (int p = 0; p < credit.length; p++) {
                credit[p] += places.get(p).weight();
                most = credit[p] > credit[most] ? p : most;
            }
            credit[most] -= total;
            sequence.add(places.get(most));
        }
        return sequence;
    }
}
