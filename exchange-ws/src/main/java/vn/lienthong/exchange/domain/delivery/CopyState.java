package vn.lienthong.exchange.domain.delivery;

import vn.lienthong.exchange.domain.delivery.StatusStep.Barred;
import vn.lienthong.exchange.domain.delivery.StatusStep.Holds;
import vn.lienthong.exchange.domain.delivery.StatusStep.Late;
import vn.lienthong.exchange.domain.delivery.StatusStep.Reason;
import vn.lienthong.exchange.domain.dispatch.BusinessType;
import vn.lienthong.exchange.domain.edxml.StatusCode;

/**
 * What holds of one recipient's copy of a document: the state of the one machine that all business statuses go through.
 * A pure value.
 *
 * <p>What came out of order is never refused for that: a recipient's system reports what it knows when it can. The table
 * stands in {@code docs/statuses.md}. Source: QCVN 102:2016, {@code StatusCode}; Decree 30/2020, Article 18.4b.
 */
public record CopyState(Stage stage, Question question) {

    /** Before the first status. A message that changes an earlier one asks for consent by itself. */
    public static CopyState initial(BusinessType type) {
        return new CopyState(
                Stage.SENT,
                switch (type) {
                    case NEW -> Question.NONE;
                    case RECALL -> Question.RECALL_ASKED;
                    case UPDATE, REPLACE -> Question.CHANGE_ASKED;
                });
    }

    /** What that status does. */
    public StatusStep on(StatusCode status) {
        return switch (status) {
            case ARRIVED, REJECTED, ACCEPTED, ASSIGNED, PROCESSING, FINISHED ->
                reported(Stage.of(status).orElseThrow());
            case RECALLED -> askedBack();
            case CHANGE_ACCEPTED -> answered(question.agreed());
            case CHANGE_REJECTED -> answered(question.refused());
        };
    }

    /**
     * What a recall order (a message of business type 1) does: as status 13, but however far the recipient is, for a
     * document that should not have been issued is recalled whenever that is found out.
     */
    public StatusStep onRecallOrder() {
        return switch (question) {
            case RECALL_AGREED -> new Barred(Reason.RECALLED);
            case RECALL_ASKED -> new Late(this);
            case NONE, RECALL_REFUSED, CHANGE_ASKED, CHANGE_AGREED, CHANGE_REFUSED ->
                new Holds(new CopyState(stage, Question.RECALL_ASKED));
        };
    }

    private StatusStep askedBack() {
        if (stage == Stage.FINISHED) {
            return new Barred(Reason.FINISHED);
        }
        return stage == Stage.REJECTED ? new Barred(Reason.RETURNED) : onRecallOrder();
    }

    private StatusStep answered(Question after) {
        if (question == Question.NONE) {
            return new Barred(Reason.NOTHING_ASKED);
        }
        return after == question ? new Late(this) : new Holds(new CopyState(stage, after));
    }

    /** A copy that was given back has no stages any more: what is told of it is kept and changes nothing. */
    private StatusStep reported(Stage reported) {
        if (question == Question.RECALL_AGREED) {
            return new Late(this);
        }
        Stage after = stage.after(reported);
        boolean again = after == stage && reported == stage && stage.mayRepeat();
        return after == stage && !again ? new Late(this) : new Holds(new CopyState(after, question));
    }
}
