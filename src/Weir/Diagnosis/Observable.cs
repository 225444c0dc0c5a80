namespace Weir.Diagnosis;

/// <summary>
/// The closed questions of a diagnosis, all about the hop that fails; "the endpoint" is the address at the far end
/// of that hop. The seats answer them, the knowledge in <c>causes/</c> weighs the answers. The question in words is
/// in the member's row of <see cref="ObservableCatalog"/>.
/// </summary>
public enum Observable
{
#pragma warning disable CS1591 // The words of each question stand once, in its row of the catalogue.
    // The way to the endpoint
    OtherPortAnswers,
    SomeAttemptsConnect,
    FilterAnswered,
    RouterAnswered,
    NeighbourFailed,
    RouteMissing,
    OtherSourceConnects,
    TraceReachesHost,
    PacketsLost,
    OnlyLargePacketsVanish,
    RoundTripSlow,
    OneFamilyFails,
    NewConnectionsFailInBursts,
    IdleConnectionsForgotten,

    // Names
    NameExistsElsewhere,
    AuthoritativeAnswers,
    AuthoritativeDenies,
    ResolversDisagree,
    ValidationFails,
    DelegationBroken,
    NameServersSilent,
    UsedAddressDiffers,
    CurrentAddressWorks,

    // TLS
    CertificateExpired,
    ChainUntrusted,
    NameDiffers,
    WorksWithServerName,
    VersionRefused,
    ClientCertificateWanted,

    // The endpoint's host
    ListenerPresent,
    ListenerOnOtherPort,
    ListenerOnOtherAddress,
    ProcessRunning,
    KernelSentReset,
    AcceptQueueFull,
    ListenOverflowsRising,
    FirewallRuleCounts,
    RateLimitRuleCounts,
    ConntrackFull,
    ProcessorSaturated,
    MemoryExhausted,
    OomKillRecent,
    DiskFull,
    UpstreamLimitUsedUp,
    RestartCounterRising,
    StoppedOnPurpose,
    ProcessStartedJustBefore,
    SocketForbidden,

    // The application
    WorkersBusy,
    CrashInLog,
    WorkerKilledForTime,
    NothingCompletes,
    DatabaseComplaint,
    DatabaseAtLimit,
    WaitsForOutside,
    DependencyFails,
    DependencySlow,
    ApplicationMadeIt,
    ThirdPartyMarks,
    LargeHead,

    // The requests
    OnlySomePaths,
    EveryPathSlow,
    OnlyReusedConnections,
    FixedDuration,
    InstantFailure,
    SlowNearLimit,
    CompletesLate,
    Intermittent,
    OneMemberFails,
    RateSurged,
    Recovering,
    OtherProtocolSpoken,
    ProtocolMixedUp,
    MaintenanceAnnounced,

    // The gateway
    GatewayMadeIt,
    GatewayExpected,
    GatewayRunning,
    GatewayLimitReached,
    AllMembersDown,
    DownMemberWorks,
    HealthPathDiffers,
    UpstreamWorksDirectly,
    TimeoutsDoNotNest,
    SeenTwiceInPath,

    // The visitor
    NetworkDown,
    LocalGatewaySilent,
    OtherSitesFail,
    InterceptorAnswers,
    OwnResolverWrong,
    OnlyWithCookies,
    StaleCopy,
    OnlyThisClient,
    RefusesVisitor,
    OthersSeeItToo,
#pragma warning restore CS1591
}
