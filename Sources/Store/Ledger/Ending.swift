/// How a transaction ends, with its answer.
package enum Ending<Answer> {
    case commit(Answer)
    /// Nothing that was written in it stays.
    case rollBack(Answer)
}
