using CallIntake.Engine.Hosting;
using CallIntake.Engine.Triage.Address;

namespace CallIntake.Tests.Triage.Address;

/// <summary>The reader as the product starts it, loaded once.</summary>
public sealed class AddressReaderFixture
{
    internal IAddressReader Reader { get; } = new AddressReader(AddressFiles.Load(ContentPaths.Find(AppContext.BaseDirectory), new GazetteerOptions()));
}
