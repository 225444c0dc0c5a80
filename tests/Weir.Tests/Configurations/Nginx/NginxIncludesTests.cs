using Weir.Configurations;
using Weir.Configurations.Nginx;

namespace Weir.Tests.Configurations.Nginx;

public sealed class NginxIncludesTests
{
    private const string Server = "server { listen 80; }";

    [Fact]
    public void A_tree_of_files_is_read_in_the_order_of_nginx()
    {
        using var texts = new NginxTexts(
            ("nginx.conf", "http {\ninclude conf.d/*.conf;\ninclude sites/[ab]?;\n}"),
            ("conf.d/b.conf", "server { server_name b; include snippets/tls; }"),
            ("conf.d/B.conf", "server { server_name capital; }"),
            ("conf.d/.hidden.conf", "server { server_name hidden; }"),
            ("conf.d/b.conf~", "server { server_name backup; }"),
            ("sites/a1", "server { server_name a1; }"),
            ("sites/c1", "server { server_name c1; }"),
            ("snippets/tls", "ssl_certificate x.pem;\nssl_certificate_key x.key;"));

        var model = texts.Read().Model;

        Assert.Empty(model.Problems);
        Assert.Equal(["capital", "b", "a1"], model.Sites.Select(each => each.Names[0].Text));
        Assert.Equal($"{texts.Folder}/x.pem", model.Sites[1].Certificates[0].CertificatePath);
        Assert.Equal($"{texts.Folder}/sites/a1:1", model.Sites[2].At.ToString());
        Assert.Equal(
            ["nginx.conf", "conf.d/B.conf", "conf.d/b.conf", "snippets/tls", "sites/a1"],
            model.Files.Select(each => Path.GetRelativePath(texts.Folder, each)));
    }

    [Fact]
    public void What_cannot_be_read_is_a_problem_at_the_line_that_names_it()
    {
        using var texts = new NginxTexts(
            ("nginx.conf", $"http {{\ninclude missing;\ninclude none/*;\ninclude folder;\n{Server}\n}}"),
            ("folder/x", ""));

        var model = texts.Read().Model;

        Assert.Equal(
            [
                $"2: {texts.Folder}/missing cannot be read: No such file or directory",
                $"4: {texts.Folder}/folder cannot be read: Is a directory",
            ],
            NginxTexts.Problems(model));
        Assert.Equal(
            [ProblemKind.MissingFile, ProblemKind.UnreadableFile], model.Problems.Select(each => each.Kind));
        Assert.Single(model.Sites);
    }

    [Fact]
    public void A_file_without_permission_is_a_problem()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "root may read everything.");
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Modes are those of Linux.");
        using var texts = new NginxTexts(("nginx.conf", "include secret;\nhttp { }"), ("secret", "a;"));
        if (OperatingSystem.IsLinux())
        {
            File.SetUnixFileMode(Path.Combine(texts.Folder, "secret"), UnixFileMode.None);
        }

        Assert.Equal(
            [$"1: {texts.Folder}/secret cannot be read: Permission denied"], NginxTexts.Problems(texts.Read().Model));
    }

    [Fact]
    public void A_missing_first_file_is_a_problem_without_a_line()
    {
        using var texts = new NginxTexts();
        var problem = Assert.Single(texts.Read().Model.Problems);
        Assert.Equal((ProblemKind.MissingFile, (SourceLine?)null), (problem.Kind, problem.At));
    }

    [Fact]
    public void A_file_that_includes_itself_is_refused()
    {
        using var texts = new NginxTexts(
            ("nginx.conf", $"http {{ include a; {Server} }}"), ("a", "include b;"), ("b", "include a;"));

        var model = texts.Read().Model;

        Assert.Equal(ProblemKind.Loop, Assert.Single(model.Problems).Kind);
        Assert.Single(model.Sites);
    }

    [Fact]
    public void Includes_that_double_at_each_step_end()
    {
        var files = Enumerable.Range(0, 31).Select(n => ($"f{n}", $"include f{n + 1};\ninclude f{n + 1};"));
        using var texts = new NginxTexts([("nginx.conf", "include f0;"), .. files, ("f31", "")]);

        Assert.Contains(texts.Read().Model.Problems, each => each.Kind == ProblemKind.Limit);
    }

    [Fact]
    public void Blocks_in_included_files_are_counted_together()
    {
        var deep = string.Concat(Enumerable.Repeat("location / { ", 40));
        using var texts = new NginxTexts(
            ("nginx.conf", $"http {{ server {{ {deep} include more; {new string('}', 42)}"),
            ("more", deep + new string('}', 40)));

        Assert.Contains(texts.Read().Model.Problems, each => each.Kind == ProblemKind.Limit);
    }

    [Fact]
    public void Maps_that_multiply_do_not_take_for_ever()
    {
        var many = string.Concat(Enumerable.Repeat("$m{0}", 200));
        var maps = Enumerable.Range(0, 15)
            .Select(n => $"map $uri $m{n} {{ default \"{many.Replace("{0}", $"{n + 1}")}\"; }}");
        using var texts = new NginxTexts(("nginx.conf",
            $"http {{ {string.Join('\n', maps)} map $uri $m15 {{ default \"\"; }} server {{ return 200 $m0; }} }}"));

        Assert.False(texts.Read().Choose(new(new(System.Net.IPAddress.Loopback, 80), "a", "/")).IsCertain);
    }

    [Fact]
    public void A_pipe_is_not_waited_for()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux is asked for the kind of a file.");
        using var texts = new NginxTexts(("nginx.conf", "include pipe;\ninclude /dev/zero;"));
        using (var made = System.Diagnostics.Process.Start("mkfifo", [Path.Combine(texts.Folder, "pipe")]))
        {
            made.WaitForExit();
        }

        Assert.All(texts.Read().Model.Problems, each => Assert.EndsWith("Not a regular file", each.Message));
    }

    [Fact]
    public void Links_of_a_container_stay_in_its_root()
    {
        using var texts = new NginxTexts(
            ("etc/nginx/nginx.conf", "http { include /etc/nginx/sites-enabled/*; }"),
            ("etc/nginx/sites-available/a", "server { server_name inside; }"),
            ("outside", "server { server_name outside; }"));
        var enabled = Directory.CreateDirectory(Path.Combine(texts.Folder, "etc/nginx/sites-enabled")).FullName;
        File.CreateSymbolicLink(Path.Combine(enabled, "a"), "/etc/nginx/sites-available/a");
        File.CreateSymbolicLink(Path.Combine(enabled, "b"), "../../../../../../../../outside");
        File.CreateSymbolicLink(Path.Combine(enabled, "c"), "c");

        var model = NginxConfiguration.Read(new ConfigurationFiles(texts.Folder), new()).Model;

        Assert.Equal(["inside", "outside"], model.Sites.Select(each => each.Names[0].Text)); // its own /outside
        Assert.Equal("/etc/nginx/sites-enabled/a", model.Sites[0].At.File);
        Assert.Empty(model.Problems);
    }

    [Fact]
    public void Debians_own_configuration_has_no_problem()
    {
        Assert.SkipUnless(File.Exists("/etc/nginx/snippets/fastcgi-php.conf"), "nginx of Debian is not installed.");

        var read = NginxConfiguration.Read(new ConfigurationFiles(), new());

        Assert.Empty(read.Model.Problems);
        Assert.Equal(768, read.Model.Limits.ConnectionsPerWorker);
        Assert.Null(read.Model.Limits.Workers);
        Assert.Equal(["0.0.0.0:80", "[::]:80"], read.Model.Listeners.Select(each => each.Address.ToString()));
        Assert.Equal("www-data", read.Model.User);
    }

    [Fact]
    public void Debians_snippets_make_a_hop_to_PHP()
    {
        Assert.SkipUnless(File.Exists("/etc/nginx/snippets/fastcgi-php.conf"), "nginx of Debian is not installed.");
        using var texts = new NginxTexts(
            ("nginx.conf", """
                http {
                  server {
                    listen 80;
                    root /nowhere/at/all;
                    include /etc/nginx/snippets/snakeoil.conf;
                    location ~ \.php$ {
                      include /etc/nginx/snippets/fastcgi-php.conf;
                      fastcgi_pass unix:/run/php/php-fpm.sock;
                    }
                  }
                }
                """));
        foreach (var name in (string[])["fastcgi.conf"])
        {
            File.Copy($"/etc/nginx/{name}", Path.Combine(texts.Folder, name));
        }

        var read = texts.Read();
        var choice = read.Choose(new(new(System.Net.IPAddress.Loopback, 80), "a", "/x.php/y?z"));

        Assert.Empty(read.Model.Problems);
        Assert.IsType<FilesAction>(choice.Action); // "/x.php/y" does not end in .php
        choice = read.Choose(new(new(System.Net.IPAddress.Loopback, 80), "a", "/x.php?z"));
        Assert.Equal("/run/php/php-fpm.sock", choice.Target!.Text);
        Assert.Equal("/nowhere/at/all/x.php", choice.ScriptFile);
        Assert.False(choice.IsCertain);
    }
}
