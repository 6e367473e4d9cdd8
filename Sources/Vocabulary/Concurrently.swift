internal import Dispatch
internal import Synchronization

/// Does a number of independent pieces of work on all processors and gives the results in order: what comes out does not
/// depend on how many there are. The first piece that fails, in order, fails the whole.
package func concurrently<Result: Sendable>(
    _ count: Int, _ work: @Sendable (Int) throws -> Result
) throws -> [Result] {
    let results = Mutex([Swift.Result<Result, any Error>?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { number in
        let result = Swift.Result { try work(number) }
        results.withLock { $0[number] = result }
    }
    return try results.withLock { $0 }.compactMap { try $0?.get() }
}
