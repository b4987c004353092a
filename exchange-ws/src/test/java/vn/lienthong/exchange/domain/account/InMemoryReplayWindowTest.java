package vn.lienthong.exchange.domain.account;

final class InMemoryReplayWindowTest implements ReplayWindowContract {
    @Override
    public ReplayWindow window() {
        return new InMemoryReplayWindow();
    }
}
