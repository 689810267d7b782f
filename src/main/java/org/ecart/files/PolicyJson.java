package org.ecart.files;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ecart.model.EcartException;
import org.ecart.model.Loss;
import org.ecart.model.Policy;
import org.ecart.model.Policy.AmountRule;

/** Policies: {@code ecart/policy}, and the key policy of a study. */
final class PolicyJson {
    private PolicyJson() {}

    /** In a study: an object, or the word "default". A bare "none" is refused: it needs its reason. */
    static Policy inStudy(Node node) {
        if (!node.json().isTextual()) {
            return node.object(PolicyJson::read);
        }
        return switch (node.text()) {
            case "default" -> Policy.DEFAULT;
            case "none" -> throw EcartException.usage("files.policy.reason", node.path());
            default -> throw EcartException.usage("files.one_of", node.path(), node.text(), "default, none");
        };
    }

    static Policy read(Fields f) {
        String id = f.required("id").text();
        Optional<String> reason = f.optional("reason").map(Node::text);
        if (id.equals("none")) {
            return Policy.none(reason.orElse(""));
        }
        return new Policy(
                id,
                f.optional("threshold").map(Node::integer).orElse(Policy.DEFAULT_THRESHOLD),
                f.flag("groupDisclosure", true),
                f.optional("amounts").map(n -> n.object(PolicyJson::amounts)).orElse(AmountRule.DEFAULT),
                f.optional("loss").map(PolicyJson::loss).orElse(Loss.BALANCED),
                reason);
    }

    private static Loss loss(Node node) {
        String text = node.text();
        return Arrays.stream(Loss.values())
                .filter(loss -> loss.code().equals(text))
                .findFirst()
                .orElseThrow(() -> EcartException.usage(
                        "files.one_of",
                        node.path(),
                        text,
                        Arrays.stream(Loss.values()).map(Loss::code).collect(Collectors.joining(", "))));
    }

    private static AmountRule amounts(Fields f) {
        AmountRule usual = AmountRule.DEFAULT;
        return new AmountRule(
                f.optional("largest").map(Node::integer).orElse(usual.largest()),
                f.optional("percent").map(Node::integer).orElse(usual.percent()),
                f.optional("p").map(Node::integer).orElse(usual.p()),
                f.optional("step").map(Node::integer).orElse(usual.step()));
    }

    static ObjectNode write(ObjectNode object, Policy policy) {
        object.put("id", policy.id());
        if (!policy.isNone()) {
            object.put("threshold", policy.threshold()).put("groupDisclosure", policy.groupDisclosure());
            AmountRule amounts = policy.amounts();
            object.putObject("amounts")
                    .put("largest", amounts.largest())
                    .put("percent", amounts.percent())
                    .put("p", amounts.p())
                    .put("step", amounts.step());
            object.put("loss", policy.loss().code());
        }
        policy.reason().ifPresent(reason -> object.put("reason", reason));
        return object;
    }
}
