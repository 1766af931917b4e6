//! Questions that are asked so often that they stand beside the free field.

/// A question with a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuickTask {
    /// Stable, kebab-case.
    pub id: &'static str,
    /// On its button.
    pub title: &'static str,
    /// What is asked.
    pub text: &'static str,
}

/// Every quick task, in the order of the page. The first is asked where there is no question.
pub const QUICK_TASKS: &[QuickTask] = &[
    QuickTask {
        id: "refactor-backend",
        title: "Refactor my backend",
        text: "Refactor my backend configuration. Start from the hardened block where there is one, keep where the \
               state lives exactly as it is, and give the whole file. Say for each change what it prevents. Take \
               credentials out of the block and say where they go instead.",
    },
    QuickTask {
        id: "explain-incident",
        title: "Explain this incident to my team",
        text: "Explain this incident to my team, who know Terraform but not this error: what happened, what it \
               means for the state and for work in progress, whose lock it is and how alive it looks, what to check \
               first and in which order to act. At most 250 words, no blame.",
    },
    QuickTask {
        id: "post-incident-note",
        title: "Write the post-incident note",
        text: "Write the post-incident note: summary, impact, timeline (only times that stand in the data, with \
               their time zone), cause, how it was resolved or is to be resolved, what prevents it from happening \
               again, open questions. Mark as unknown what the data do not tell.",
    },
    QuickTask {
        id: "review-ci-job",
        title: "Review my CI job",
        text: "Review my CI job for everything that can leave a state lock behind or lose a state: jobs that run \
               side by side on one state, cancelled and timed-out jobs, killed runners, missing -lock-timeout, \
               -lock=false, credentials that end during apply, plan and apply from different revisions. Give the \
               changed job. If no CI job is in the data, say so and say what to paste.",
    },
];
