using CallIntake.Engine.Hosting;
using CallIntake.Web.Hosting;

namespace CallIntake.Tests.Web.Hosting;

public sealed class EnvFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("callintake-env-");
    private readonly string _name = "CALLINTAKE_TEST_" + Guid.NewGuid().ToString("N");

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(_name, null);
        Environment.SetEnvironmentVariable(_name + "_SET", null);
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void Values_are_set_but_what_is_set_already_wins()
    {
        Environment.SetEnvironmentVariable(_name + "_SET", "from the shell");
        Write($"# comment\n{_name}=\"a b=c\"\n{_name}_SET=from the file\n");

        var set = EnvFile.Load(new ContentPaths(_folder.FullName));

        Assert.Equal([_name], set);
        Assert.Equal("a b=c", Environment.GetEnvironmentVariable(_name));
        Assert.Equal("from the shell", Environment.GetEnvironmentVariable(_name + "_SET"));
    }

    [Fact]
    public void A_missing_file_is_nothing_special() => Assert.Empty(EnvFile.Load(new ContentPaths(_folder.FullName)));

    [Fact]
    public void A_broken_file_is_told_by_name()
    {
        Write("this is no assignment\n");

        var thrown = Assert.Throws<ConfigurationException>(() => EnvFile.Load(new ContentPaths(_folder.FullName)));
        Assert.Equal(".env", Assert.Single(thrown.Problems).Source);
    }

    private void Write(string text) => File.WriteAllText(Path.Combine(_folder.FullName, EnvFile.Name), text);
}
